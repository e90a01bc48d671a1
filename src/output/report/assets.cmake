# Puts the files of the review page into a source file of the output library.
set(REPORT_HTML "")
set(REPORT_CSS "")
set(REPORT_JS "")
macro(noc837_report_asset variable name)
  set(path ${CMAKE_CURRENT_LIST_DIR}/${name})
  file(READ ${path} text)
  string(APPEND ${variable} "${text}")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
endmacro()

noc837_report_asset(REPORT_HTML page.html)
noc837_report_asset(REPORT_CSS page.css)
foreach(script dom state charts detail list main)
  noc837_report_asset(REPORT_JS page_${script}.js)
endforeach()
configure_file(${CMAKE_CURRENT_LIST_DIR}/assets.cpp.in
  ${PROJECT_BINARY_DIR}/report/assets.cpp @ONLY)
target_sources(noc837_output PRIVATE ${PROJECT_BINARY_DIR}/report/assets.cpp)
